import type { Secrets } from '../secrets.ts';

export type LiteMail = { port: number; user: string; sender: string };

export type LiteConfig = {
  port: number;
  /** As the login role `authenticator`, never as an owner. */
  databaseUrl: string;
  siteUrl: string;
  secrets: Secrets;
  mail: LiteMail;
};

/** A list longer than this is cut by the API, so every list is paged. */
const MAX_ROWS = 1000;

/** Supabase Lite's own configuration; JSON strings are valid TOML strings. */
export function liteToml(config: LiteConfig): string {
  const text = (value: string) => JSON.stringify(value);
  return `project_id = "partner-portal"

[api]
enabled = true
port = ${config.port}
schemas = ["public"]
extra_search_path = ["public", "extensions"]
max_rows = ${MAX_ROWS}

[db]
driver = "postgres"
url = ${text(config.databaseUrl)}

[auth]
enabled = true
site_url = ${text(config.siteUrl)}
jwt_secret = ${text(config.secrets.jwtSecret)}
jwt_expiry = 3600
enable_signup = true
publishable_key = ${text(config.secrets.publishableKey)}
secret_key = ${text(config.secrets.secretKey)}

[auth.email]
enable_signup = true
enable_confirmations = true
otp_length = 6
otp_expiry = 3600

[auth.email.smtp]
enabled = true
host = "localhost"
port = ${config.mail.port}
user = ${text(config.mail.user)}
pass = ${text(config.secrets.smtpPassword)}
admin_email = ${text(config.mail.sender)}
sender_name = "Partner Portal"

[storage]
enabled = true
file_size_limit = "50MiB"
`;
}
