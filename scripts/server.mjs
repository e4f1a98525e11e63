// A static file server for 127.0.0.1, shared by scripts/serve and the browser checks.

import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const PACKED_ALREADY = new Set(['.png', '.woff2']);
// What is named by its content never changes; all else is asked for anew.
const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

/** What a host should send with every file; docs/hosting.md says why, and how other servers are told. */
export const HEADERS = {
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What a good static host sends: the smallest of brotli and gzip. */
export async function packed(bytes) {
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  return { br: brotli, gzip: gzipped };
}

/**
 * Serves a folder as it is now: it is read once, so a later build does not mix with this one unless
 * `live` is set. `under` is the path it appears at, `compress` sends brotli or gzip.
 * A port of 0 takes any free one. `instead(name)` may give a function that answers in place of a file:
 * `(response, bytes, headers)`. `team` hands all below `dav/` on to a server for calendars on this machine,
 * `{ port, list }`, and names the list in team.json.
 */
export async function serve(
  folder,
  { port = 0, under = '/', compress = false, live = false, instead = () => undefined, team } = {},
) {
  let served = folder;
  const read = async () => (served ? readAll(served, compress) : new Map());
  let files = await read();

  const server = createServer(async (request, response) => {
    if (team && request.url.startsWith(`${under}${DAV}/`)) {
      handOn(request, response, team.port, `${under}${DAV}`);
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const path = pathOf(request.url);
    if (path === undefined || !path.startsWith(under)) {
      notFound(response);
      return;
    }
    const name = path.slice(under.length);
    const isPage = name === '' || name.endsWith('/');
    // A new page means a new build, and one reading per page is cheap.
    if (live && isPage) files = await read().catch(() => files);
    const file = files.get(isPage ? `${name}index.html` : name);
    if (!file) {
      notFound(response);
      return;
    }
    if (team && file.name === 'team.json') {
      response.writeHead(200, headersOf({ ...file, etag: `"${team.list}"` })).end(teamFile(team.list));
      return;
    }
    const answer = instead(file.name);
    if (answer) answer(response, file.bytes, headersOf(file));
    else send(request, response, file);
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${under}`,
    /** Serves another folder from now on. */
    async turnTo(other) {
      served = other;
      files = await read();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Where the server for calendars appears. */
const DAV = 'dav';

/** What a host says in team.json: the path of the list, from the page. */
const teamFile = (list) => JSON.stringify({ collection: `${DAV}/${list}` });

/** Hands a request on, and the answer back: to the browser both servers are one. */
function handOn(request, response, port, prefix) {
  const headers = { ...request.headers, 'x-script-name': prefix };
  const path = request.url.slice(prefix.length);
  const asked = ask({ host: '127.0.0.1', port, path, method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  response.on('close', () => asked.destroy());
  request.pipe(asked);
}

async function readAll(folder, compress) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const files = await Promise.all(
    names.map(async (path) => {
      const bytes = await readFile(path);
      const name = path.slice(join(folder, '/').length);
      const isPacked = !compress || PACKED_ALREADY.has(extname(name));
      const file = {
        name,
        bytes,
        packed: isPacked ? {} : await packed(bytes),
        etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      };
      return [name, file];
    }),
  );
  return new Map(files);
}

function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return undefined;
  }
}

function headersOf({ name, etag }) {
  return {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...HEADERS,
    etag,
    vary: 'accept-encoding',
  };
}

function send(request, response, file) {
  const { bytes, packed, etag } = file;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = ['br', 'gzip'].find((name) => packed[name] && accepted.includes(name));
  const body = encoding ? packed[encoding] : bytes;
  const headers = headersOf(file);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  if (encoding) headers['content-encoding'] = encoding;
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function notFound(response) {
  response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('Not found\n');
}

/** The server for calendars that $TEAM_PORT and $TEAM_LIST name. */
function teamOf({ TEAM_PORT, TEAM_LIST }) {
  if (!TEAM_PORT) return undefined;
  if (!TEAM_LIST) giveUp('Please name the list too, such as TEAM_LIST=ann/tasks/.');
  return { port: Number(TEAM_PORT), list: TEAM_LIST };
}

// --- node scripts/server.mjs FOLDER PORT, or with --check for FOLDER to see whether the port is free ---

async function main([folder, portText]) {
  const port = Number(portText);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    giveUp(`"${portText}" is not a port: please give a number from 1 to 65535.`);
  }
  const isCheck = folder === '--check';
  let server;
  try {
    server = await serve(isCheck ? undefined : folder, { port, live: true, team: teamOf(process.env) });
  } catch (error) {
    const reasons = {
      EADDRINUSE: `Port ${port} is taken by another program: please give another one, such as scripts/serve ${port + 1}.`,
      EACCES: `Port ${port} is not open to you: please give one above 1023, such as scripts/serve 8080.`,
      ENOENT: `There is no folder ${folder}: please run scripts/build first.`,
    };
    giveUp(reasons[error.code] ?? String(error));
  }
  if (isCheck) {
    await server.close();
    return;
  }
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await server.close();
      process.exit(0);
    });
  }
  const answer = await fetch(server.url);
  if (!answer.ok) giveUp(`The server answers with ${answer.status}: please run scripts/build again.`);
  console.log(`Followthrough is ready at ${server.url} (stop with Ctrl+C)`);
}

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}
