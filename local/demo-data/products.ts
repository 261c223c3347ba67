// What is sold: the range, and the basket of one deal with its sum. Prices are in base currency until a basket says otherwise.
import { type Random, runningSums, weightedIndex } from './random';
import type { Words } from './words';

/** Demand and size of each product of the words' list, in the same order. */
const RANGE = [
  { weight: 16, quantity: 14, spread: 0.8, service: false },
  { weight: 15, quantity: 16, spread: 0.8, service: false },
  { weight: 12, quantity: 4, spread: 0.7, service: false },
  { weight: 7, quantity: 1.2, spread: 0.4, service: false },
  { weight: 7, quantity: 1.6, spread: 0.5, service: false },
  { weight: 12, quantity: 12, spread: 0.8, service: false },
  { weight: 6, quantity: 1.5, spread: 0.5, service: false },
  { weight: 8, quantity: 3.5, spread: 0.8, service: false },
  { weight: 6, quantity: 2, spread: 0.6, service: false },
  { weight: 4, quantity: 2, spread: 0.6, service: true },
  { weight: 5, quantity: 9, spread: 0.4, service: true },
  { weight: 2, quantity: 1, spread: 0.1, service: true },
];
const FIRST_PRODUCT_ID = 201;
const INSTALLATION = 9;

/** One line of a basket; money in minor units (kopecks, cents) of the deal's currency. */
export interface BasketRow {
  readonly productId: number;
  readonly name: string;
  readonly price: number;
  readonly listPrice: number;
  readonly discountRate: number;
  readonly quantity: number;
  readonly service: boolean;
}

/** What the deal is about: an index into the words' products. */
export function chosenProduct(random: Random): number {
  return weightedIndex(random, DEMAND);
}
const DEMAND = runningSums(RANGE.map((product) => product.weight));

/** A basket around one main product, priced in a currency worth `rate` base units; repeat orders are a little smaller. */
export function basket(words: Words, main: number, rate: number, repeat: boolean, random: Random): BasketRow[] {
  const rows: BasketRow[] = [];
  const add = (productId: number, name: string, base: number, quantity: number, discountRate: number, service: boolean): void => {
    const listPrice = Math.max(1, Math.round((base / rate) * 100));
    rows.push({
      productId,
      name,
      listPrice,
      discountRate,
      price: Math.round((listPrice * (100 - discountRate)) / 100),
      quantity,
      service,
    });
  };
  const discount = random.chance(0.35) ? random.pick([3, 5, 5, 7, 10, 15]) : 0;
  const addProduct = (at: number, share: number): void => {
    const product = RANGE[at];
    const named = words.products[at];
    if (!product || !named) return;
    const size = (repeat ? 0.85 : 1) * share;
    const quantity = Math.max(1, Math.round(random.logNormal(product.quantity * size, product.spread)));
    add(FIRST_PRODUCT_ID + at * 2, named.name, named.price, quantity, product.service ? 0 : discount, product.service);
  };
  addProduct(main, 1);
  if (random.chance(0.45)) {
    const second = chosenProduct(random);
    if (second !== main) addProduct(second, 0.5);
  }
  if (main !== INSTALLATION && RANGE[main]?.service === false && random.chance(0.25)) addProduct(INSTALLATION, 0.6);
  // Delivery is typed by hand: a row without a product id.
  if (random.chance(0.4)) add(0, words.delivery, words.deliveryPrice * random.pick([1, 1, 1, 2, 3]), 1, 0, true);
  return rows;
}

/** Sum of a basket in minor units: price × quantity, discounts already in the price (bitrix24-rest 5.7). */
export function basketSum(rows: readonly BasketRow[]): number {
  return rows.reduce((sum, row) => sum + row.price * row.quantity, 0);
}
