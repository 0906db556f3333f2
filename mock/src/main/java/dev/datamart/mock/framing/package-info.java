/**
 * Where one request ends and the next begins: a strict reading of HTTP/1.1 (RFC 9112), so that
 * nobody's body is taken for a request. Bytes in, whole requests out; sockets and answers have no
 * place here.
 */
@NullMarked
package dev.datamart.mock.framing;

import org.jspecify.annotations.NullMarked;
