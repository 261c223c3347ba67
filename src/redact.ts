// Secrets taken out of any text before a person or a log may see it (D9).

const HIDDEN = '***';

/**
 * The text without webhook codes and tokens: `/rest/1/code/`, `auth=`, `access_token=` … keep their names only; `secrets` are literal
 * values to hide as well (the webhook base, a code).
 */
export function redacted(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) if (secret.length > 3) safe = safe.split(secret).join(HIDDEN);
  return safe
    .replace(/(\/rest\/(?:api\/)?\d+\/)[^/\s"'?]+/gi, `$1${HIDDEN}`)
    .replace(
      /\b(auth|access_token|refresh_token|client_secret|application_token|password|token|code)(["']?\s*[=:]\s*["']?)[^&\s"',}]+/gi,
      `$1$2${HIDDEN}`,
    );
}
