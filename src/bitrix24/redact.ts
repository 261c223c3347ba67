// Secrets taken out of any text before a person or a log may see it (D9).

const HIDDEN = '***';

/** The text without webhook codes and tokens; `secrets` are literal values to hide as well (the webhook base, a code). */
export function redacted(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) if (secret.length > 3) safe = safe.split(secret).join(HIDDEN);
  return safe
    .replace(/(\/rest\/(?:api\/)?\d+\/)[^/\s?"'<>)]+/gi, `$1${HIDDEN}`)
    .replace(
      /((?:^|[?&\s"'{,;])"?(?:auth|access_token|refresh_token|client_secret|code|auth\[[a-z_]+\])"?\s*[=:]\s*"?)[^&\s"'<>,;}]+/gi,
      `$1${HIDDEN}`,
    )
    .replace(/(\bBearer\s+)[^\s"'<>]+/gi, `$1${HIDDEN}`);
}
