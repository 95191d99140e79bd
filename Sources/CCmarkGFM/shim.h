// What the library exports but declares in no header, and its two global node types as functions,
// because Swift treats an imported C global as shared mutable state.
#ifndef DESKBOOK_CCMARKGFM_SHIM_H
#define DESKBOOK_CCMARKGFM_SHIM_H

#include <string.h>
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include "arena.h"

extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;

static inline unsigned deskbook_node_table(void) { return CMARK_NODE_TABLE; }
static inline unsigned deskbook_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline unsigned deskbook_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline unsigned deskbook_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }


static inline long deskbook_length(const char *text) { return (long)strlen(text); }

static inline int deskbook_is_equal(const void *one, const char *other, long length) {
  return memcmp(one, other, (size_t)length) == 0;
}

#endif
