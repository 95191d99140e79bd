// Pango, Cairo's PDF surface and Fontconfig, with what Swift cannot see: cast macros and bit fields.
#ifndef DESKBOOK_CPANGO_SHIM_H
#define DESKBOOK_CPANGO_SHIM_H

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/// A font map that draws with FreeType and looks only where `configuration` says.
static inline PangoFontMap *deskbook_font_map(FcConfig *configuration) {
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (map != NULL) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), configuration);
  return map;
}

static inline int deskbook_may_break(const PangoLogAttr *attributes, int index) {
  return attributes[index].is_line_break;
}

static inline int deskbook_is_white(const PangoLogAttr *attributes, int index) {
  return attributes[index].is_white;
}

/// Fontconfig's names of patterns are macros of string literals.
static inline FcBool deskbook_font_text(const FcPattern *font, const char *key, FcChar8 **text) {
  return FcPatternGetString(font, key, 0, text) == FcResultMatch;
}

#endif
