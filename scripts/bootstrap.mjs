// The way into every command: plain JavaScript without dependencies, because on a fresh clone it runs
// on the system's Node (20 or later) before anything is installed. It installs, then hands over to the
// project's own Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const nodeOfProject = path.join(projectDir, 'node_modules/.bin/node');

const commands = {
  start: ['supabase/local/start.ts'],
  dev: ['supabase/local/start.ts', '--hot'],
  test: ['scripts/check.ts'],
  build: ['node_modules/vite/bin/vite.js', 'build'],
  probe: ['tests/security/probe.ts'],
  bench: ['tests/bench/bench.ts'],
  'bench:go': ['tests/bench/visits/bench.ts'],
  'gen-types': ['scripts/gen-types.ts'],
  'stack:test': ['scripts/stack-test.ts'],
  screenshots: ['scripts/screenshots.ts'],
  backup: ['scripts/backup/command.ts', 'backup'],
  restore: ['scripts/backup/command.ts', 'restore'],
};

const [command = '', ...args] = process.argv.slice(2);
const entry = commands[command];
if (!entry) {
  process.stderr.write(`Unknown command "${command}". Known: ${Object.keys(commands).join(', ')}\n`);
  process.exit(2);
}

/** Standard output belongs to the command itself where a program reads its last line. */
const progressStream = command === 'start' || command === 'dev' ? process.stdout : process.stderr;
const say = (line) => progressStream.write(`${line}\n`);

let current;
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isStopping = true;
    current?.kill(signal);
  });
}
watchParent();

if (needsInstall()) await install();
await handOver();

/** npm may be killed without a word to its children; then its child has another parent. */
function watchParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    isStopping = true;
    current?.kill('SIGTERM');
  }, 500);
  timer.unref();
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** True when what lies in node_modules is not what package-lock.json names. */
function needsInstall() {
  const wanted = readLock(path.join(projectDir, 'package-lock.json')) ?? {};
  const present = readLock(path.join(projectDir, 'node_modules/.package-lock.json'));
  if (!present || !runsNode24()) return true;
  return Object.entries(wanted).some(([name, { version, optional, peer }]) => {
    if (name === '') return false;
    const found = present[name];
    return found ? found.version !== version : !optional && !peer;
  });
}

function runsNode24() {
  if (!existsSync(nodeOfProject)) return false;
  const { stdout } = spawnSync(nodeOfProject, ['--version'], { encoding: 'utf8' });
  return typeof stdout === 'string' && Number(stdout.slice(1).split('.')[0]) >= 24;
}

async function install() {
  say('· installing packages (npm ci); the first time takes a minute or two');
  const began = Date.now();
  const heartbeat = setInterval(
    () => say(`  … still installing (${Math.round((Date.now() - began) / 1000)} s)`),
    15_000,
  );
  // Some packages bring their binary by an install script, so a setting that skips scripts is overruled.
  const npmArgs = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts=false',
  ];
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const env = { ...process.env, NODE_ENV: 'development' };
  const { code, tail } = await runQuietly(npm[0], [...npm.slice(1), ...npmArgs], env);
  clearInterval(heartbeat);
  if (isStopping) process.exit(130);
  if (code !== 0) {
    process.stderr.write(
      `${tail}\nThe packages could not be installed (npm ci ended with ${code}). See above, then run the command again.\n`,
    );
    process.exit(1);
  }
  if (!runsNode24()) {
    process.stderr.write(
      `${tail}\nThe package "node" brought no Node 24 for ${process.platform}-${process.arch}. Run: npm rebuild node --foreground-scripts\n`,
    );
    process.exit(1);
  }
  say(`· installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

/** Runs a program and keeps what it says for the case that it fails. */
function runQuietly(file, fileArgs, env) {
  return new Promise((resolve) => {
    let tail = '';
    current = spawn(file, fileArgs, { cwd: projectDir, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [current.stdout, current.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        tail = (tail + text).slice(-6000);
      });
    }
    current.on('error', (error) => resolve({ code: -1, tail: String(error) }));
    current.on('close', (code) => resolve({ code: code ?? -1, tail }));
  });
}

/** The child learns by the closed IPC channel that this process is gone, however it went. */
async function handOver() {
  const [file, ...ownArgs] = entry;
  const binDir = path.dirname(nodeOfProject);
  const env = { ...process.env, PATH: `${binDir}${path.delimiter}${process.env.PATH ?? ''}` };
  current = spawn(nodeOfProject, [path.join(projectDir, file), ...ownArgs, ...args], {
    cwd: projectDir,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const code = await new Promise((resolve) => {
    current.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(1);
    });
    current.on('exit', (exitCode, signal) => resolve(exitCode ?? (signal ? 1 : 0)));
  });
  process.exit(code);
}
