// What can be wrong with a server or the way to it: answers in place of a file, see `serve`.

const PAGE = '<!doctype html><title>Sign in</title><p>Please sign in to use this network.</p>';

export const faults = {
  broken: (response) => response.destroy(),
  cut(response, bytes, headers) {
    response.writeHead(200, { ...headers, 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  },
  shortened(response, bytes, headers) {
    response.writeHead(200, headers).end(bytes.subarray(0, bytes.length / 2));
  },
  changed(response, bytes, headers) {
    const other = Buffer.from(bytes);
    other[other.length >> 1] ^= 1;
    response.writeHead(200, headers).end(other);
  },
  page(response) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  },
  pageAsTheFile(response, bytes, headers) {
    response.writeHead(200, headers).end(PAGE);
  },
  asText(response, bytes, headers) {
    response.writeHead(200, { ...headers, 'content-type': 'text/plain' }).end(bytes);
  },
  stalled(response, bytes, headers) {
    response.writeHead(200, headers).write(bytes.subarray(0, 1000));
  },
  slow: (response, bytes, headers) => setTimeout(() => response.writeHead(200, headers).end(bytes), 3000),
  gone: (response) => response.writeHead(404).end(),
  overloaded: (response) => response.writeHead(503).end(),
};
