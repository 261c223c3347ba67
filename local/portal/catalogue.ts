// All methods of this portal in one place. `batch` is not among them: it is the core's own (core.ts), and may not be nested.
import { eventMethods } from './events/methods';
import type { Catalogue, Method } from './method';
import { activityMethods } from './methods/activities';
import { directoryMethods } from './methods/directories';
import { fieldMethods } from './methods/fields';
import { itemMethods } from './methods/items';
import { notificationMethods } from './methods/notifications';
import { oldItemMethods } from './methods/old-items';
import { peopleMethods } from './methods/people';
import { productRowMethods } from './methods/product-rows';
import { intranetOnly } from './methods/rights';
import { serviceMethods } from './methods/service';
import { stageHistoryMethods } from './methods/stage-history';
import { userFieldMethods } from './methods/user-fields';

export const catalogue: Catalogue = new Map(
  [
    serviceMethods,
    peopleMethods,
    directoryMethods,
    itemMethods,
    oldItemMethods,
    fieldMethods,
    userFieldMethods,
    stageHistoryMethods,
    productRowMethods,
    activityMethods,
    notificationMethods,
    eventMethods,
  ]
    .flat()
    .map((method) => [method.name, method.style === 'controller' ? guarded(method) : method]),
);

function guarded(method: Method): Method {
  return {
    ...method,
    run: (call) => {
      intranetOnly(call);
      return method.run(call);
    },
  };
}
