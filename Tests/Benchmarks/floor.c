/* The floor: parses each Markdown file below a folder with libcmark-gfm and writes one HTML file for it. No front
   matter, navigation, index, checks or theme: what nobody who uses this parser can get below.

     floor SOURCE TARGET PROCESSES */
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char **paths;
static size_t count, room;
static const char *target;
static size_t source_length;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int meet(const char *path, const struct stat *info, int type, struct FTW *place) {
  (void)info, (void)place;
  if (type == FTW_D) { /* folders are made on the way, before there are several processes */
    char folder[4096];
    snprintf(folder, sizeof folder, "%s%s", target, path + source_length);
    mkdir(folder, 0777);
  } else if (strlen(path) > 3 && strcmp(path + strlen(path) - 3, ".md") == 0) {
    if (count == room && !(paths = realloc(paths, (room = room * 2 + 1024) * sizeof *paths))) fail("realloc");
    paths[count++] = strdup(path);
  }
  return 0;
}

static char *read_all(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  struct stat info;
  if (!file || fstat(fileno(file), &info)) fail(path);
  char *bytes = malloc(info.st_size + 1);
  *size = fread(bytes, 1, info.st_size, file);
  fclose(file);
  return bytes;
}

static void convert(const char *path) {
  static const char *const names[] = {"table", "strikethrough", "autolink", "tasklist"};
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
  size_t size;
  char *text = read_all(path, &size);
  cmark_parser_feed(parser, text, size);
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  char name[4096];
  snprintf(name, sizeof name, "%s%.*s.html", target, (int)(strlen(path) - source_length - 3), path + source_length);
  FILE *file = fopen(name, "wb");
  if (!file) fail(name);
  fputs("<!doctype html><meta charset=utf-8>\n", file);
  fputs(html, file);
  if (fclose(file)) fail(name);
  free(html), free(text);
  cmark_node_free(document);
  cmark_parser_free(parser);
}

int main(int argc, char **argv) {
  if (argc != 4) return fputs("usage: floor SOURCE TARGET PROCESSES\n", stderr), 64;
  target = argv[2];
  source_length = strlen(argv[1]);
  cmark_gfm_core_extensions_ensure_registered();
  if (nftw(argv[1], meet, 32, FTW_PHYS)) fail(argv[1]);
  int processes = atoi(argv[3]), failed = 0;
  for (int part = 0; part < processes; part++) {
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
      for (size_t i = part; i < count; i += processes) convert(paths[i]);
      _exit(0);
    }
  }
  for (int status; wait(&status) > 0;) failed |= status;
  return failed != 0;
}
