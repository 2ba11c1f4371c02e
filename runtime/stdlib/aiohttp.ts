// aiohttp's client over undici.
export {
  BasicAuth,
  ClientSession,
  type RequestOptions,
  type SessionOptions,
} from "./_aiohttp/session.ts";
export { ClientResponse } from "./_aiohttp/response.ts";
export { ClientTimeout } from "./_aiohttp/timeout.ts";
export {
  ClientConnectionError,
  ClientConnectorDNSError,
  ClientConnectorError,
  ClientError,
  ClientOSError,
  ClientPayloadError,
  ClientResponseError,
  ContentTypeError,
  InvalidURL,
  InvalidUrlClientError,
  NonHttpUrlClientError,
  ServerConnectionError,
  ServerDisconnectedError,
  ServerTimeoutError,
  TooManyRedirects,
} from "./_aiohttp/errors.ts";
