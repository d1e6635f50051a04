export type HealthDeps = {
  version: string;
  /** Versions of the applied migrations, oldest first. */
  readMigrations: () => Promise<string[]>;
};

const headers = { 'cache-control': 'no-store', 'access-control-allow-origin': '*' };

/** Says which version runs and which migrations the database has; 503 when the database does not answer. */
export async function handleHealth(request: Request, deps: HealthDeps): Promise<Response> {
  if (request.method !== 'GET') {
    return Response.json({ message: 'Use GET' }, { status: 405, headers: { ...headers, allow: 'GET' } });
  }
  try {
    const migrations = await deps.readMigrations();
    return Response.json({ status: 'ok', version: deps.version, migrations }, { headers });
  } catch {
    // The cause may name hosts or roles, and anyone may ask: it stays inside.
    return Response.json(
      { status: 'database unreachable', version: deps.version, migrations: [] },
      { status: 503, headers },
    );
  }
}
