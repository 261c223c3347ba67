// Secrets taken out of any text before a person or a log may see it (D9).
import { redacted as withoutTokens } from '../locale/describe';

/** The text without webhook codes and tokens; `secrets` are literal values to hide as well (the webhook base, a code). */
export function redacted(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) if (secret.length > 3) safe = safe.split(secret).join('***');
  return withoutTokens(safe);
}
