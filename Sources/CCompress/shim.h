// zlib and Brotli, one call each: their own are macros, and take a dozen settings.
#ifndef DESKBOOK_CCOMPRESS_SHIM_H
#define DESKBOOK_CCOMPRESS_SHIM_H

#include <brotli/encode.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

/// A gzip file (RFC 1952) without time or name; 0 where it does not fit into `room` bytes.
static inline size_t deskbook_gzip(const uint8_t *text, size_t size, uint8_t *out, size_t room) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
  gz_header header;
  memset(&header, 0, sizeof header);
  header.os = 255; // unknown, on every machine
  deflateSetHeader(&stream, &header);
  stream.next_in = (Bytef *)text;
  stream.avail_in = (uInt)size;
  stream.next_out = out;
  stream.avail_out = (uInt)room;
  int done = deflate(&stream, Z_FINISH);
  size_t written = stream.total_out;
  deflateEnd(&stream);
  return done == Z_STREAM_END ? written : 0;
}

/// A Brotli stream (RFC 7932); 0 where it does not fit into `room` bytes.
static inline size_t deskbook_brotli(const uint8_t *text, size_t size, uint8_t *out, size_t room) {
  size_t written = room;
  return BrotliEncoderCompress(
           9, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, size, text, &written, out)
    ? written : 0;
}

#endif
