// Memory for one parse at a time: it is taken from large blocks and given back all at once.
//
// The library asks for each node and each buffer by itself. The system's allocator takes a third of
// the time of a parse to serve that, and leaves holes between what stays.
#ifndef DESKBOOK_CCMARKGFM_ARENA_H
#define DESKBOOK_CCMARKGFM_ARENA_H

#include <stdlib.h>
#include <string.h>
#include <cmark-gfm.h>

// A block, and its bytes behind this head.
struct deskbook_block {
  struct deskbook_block *next;
  size_t size;
};

struct deskbook_arena {
  // The newest first: the one that is being filled.
  struct deskbook_block *blocks;
  // Bytes of the newest block that are taken.
  size_t used;
};

enum {
  // Before each piece stands its size; pieces are aligned as malloc's are.
  deskbook_piece_head = 16,
  // Most pages need no more than one block.
  deskbook_block_size = 256 << 10,
};

// The arena of the parse on this thread: the library hands its allocator no context, but a parse
// stays on its thread. (A variable outside a function would belong to no object file.)
static inline struct deskbook_arena **deskbook_current_arena(void) {
  static _Thread_local struct deskbook_arena *current;
  return &current;
}

static inline size_t *deskbook_piece_size(void *piece) {
  return (size_t *)((char *)piece - deskbook_piece_head);
}

static inline size_t deskbook_piece_room(size_t size) {
  if (size > (size_t)1 << 40) abort();
  return (size + deskbook_piece_head + 15) & ~(size_t)15;
}

static inline void *deskbook_take(size_t size) {
  struct deskbook_arena *arena = *deskbook_current_arena();
  size_t room = deskbook_piece_room(size);
  if (!arena->blocks || arena->blocks->size - arena->used < room) {
    size_t block_size = room > deskbook_block_size ? room : deskbook_block_size;
    struct deskbook_block *block = malloc(sizeof(struct deskbook_block) + block_size);
    if (!block) abort();  // as the library's own allocator does
    block->next = arena->blocks;
    block->size = block_size;
    arena->blocks = block;
    arena->used = 0;
  }
  char *piece = (char *)(arena->blocks + 1) + arena->used + deskbook_piece_head;
  arena->used += room;
  *deskbook_piece_size(piece) = size;
  return piece;
}

// Whether nothing was taken after a piece, so that it can grow and go.
static inline int deskbook_is_last(void *piece) {
  struct deskbook_arena *arena = *deskbook_current_arena();
  char *end = (char *)piece - deskbook_piece_head + deskbook_piece_room(*deskbook_piece_size(piece));
  return end == (char *)(arena->blocks + 1) + arena->used;
}

static inline void *deskbook_arena_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) abort();
  return memset(deskbook_take(bytes), 0, bytes);
}

static inline void deskbook_arena_free(void *piece) {
  if (piece && deskbook_is_last(piece))
    (*deskbook_current_arena())->used -= deskbook_piece_room(*deskbook_piece_size(piece));
}

static inline void *deskbook_arena_realloc(void *piece, size_t size) {
  if (!piece) return deskbook_take(size);
  size_t old = *deskbook_piece_size(piece);
  if (size <= old) return piece;
  struct deskbook_arena *arena = *deskbook_current_arena();
  size_t more = deskbook_piece_room(size) - deskbook_piece_room(old);
  if (deskbook_is_last(piece) && arena->blocks->size - arena->used >= more) {
    arena->used += more;
    *deskbook_piece_size(piece) = size;
    return piece;
  }
  return memcpy(deskbook_take(size), piece, old);
}

static inline struct deskbook_arena *deskbook_arena_new(void) {
  struct deskbook_arena *arena = calloc(1, sizeof(struct deskbook_arena));
  if (!arena) abort();
  return arena;
}

// Begins a parse on this thread, and gives the allocator for it.
static inline cmark_mem *deskbook_arena_begin(struct deskbook_arena *arena) {
  static cmark_mem memory = {
      deskbook_arena_calloc, deskbook_arena_realloc, deskbook_arena_free};
  *deskbook_current_arena() = arena;
  return &memory;
}

// Ends the parse: all that it took is gone. One block stays for the next.
static inline void deskbook_arena_end(struct deskbook_arena *arena) {
  *deskbook_current_arena() = NULL;
  struct deskbook_block *kept = NULL;
  for (struct deskbook_block *block = arena->blocks; block;) {
    struct deskbook_block *next = block->next;
    if (!kept && block->size == deskbook_block_size) kept = block;
    else free(block);
    block = next;
  }
  if (kept) kept->next = NULL;
  arena->blocks = kept;
  arena->used = 0;
}

#endif
