// nettle, one call: its names for functions are macros, which Swift does not see.
#ifndef DESKBOOK_CNETTLE_SHIM_H
#define DESKBOOK_CNETTLE_SHIM_H

#include <nettle/sha2.h>
#include <stddef.h>
#include <stdint.h>

/// The SHA-256 of bytes, into 32 bytes.
static inline void deskbook_sha256(const uint8_t *bytes, size_t size, uint8_t *digest) {
  struct sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, size, bytes);
  sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

#endif
