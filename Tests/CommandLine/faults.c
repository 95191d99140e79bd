// Makes one call to the system fail, or ends the program there: preloaded into the program by faults.py.
//
//   FAULT_BELOW   only calls on files in this folder count; those of other folders go through
//   FAULT_AT      the number of the call that fails, from 1; none where it is 0
//   FAULT_CODE    what it fails with, as a number; 0 kills the program instead, -1 interrupts it as Ctrl-C does
//   FAULT_ALWAYS  the name of a call that always fails, as if the file system did not know it
//   FAULT_OPENS   set to anything: each opening of a file is logged too, as "opened PATH"
//   FAULT_LOG     gets a line with the name and the path of each failed call, and at the end "calls N"
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST 4096

static atomic_long calls;
static atomic_char ours[MOST];
static const char *below;
static const char *always;
static long at;
static int code;
static int report = -1;
static int logsOpens;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  below = getenv("FAULT_BELOW");
  always = getenv("FAULT_ALWAYS");
  at = getenv("FAULT_AT") ? atol(getenv("FAULT_AT")) : 0;
  code = getenv("FAULT_CODE") ? atoi(getenv("FAULT_CODE")) : 0;
  logsOpens = getenv("FAULT_OPENS") != NULL;
  const char *path = getenv("FAULT_LOG");
  if (path) report = REAL(open)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

static void say(const char *name, const char *path) {
  char line[512];
  int length = snprintf(line, sizeof line, "%s %s\n", name, path ? path : "");
  if (report >= 0 && length > 0) (void)!REAL(write)(report, line, (size_t)length);
}

__attribute__((destructor)) static void end(void) {
  char line[32];
  snprintf(line, sizeof line, "%ld", atomic_load(&calls));
  say("calls", line);
}

// Whether this call is to fail; errno is set then.
static int fails(const char *name, const char *path) {
  if (always && strcmp(always, name) == 0) {
    errno = code;
    return 1;
  }
  if (atomic_fetch_add(&calls, 1) + 1 != at) return 0;
  say(name, path);
  if (code == 0) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
  }
  if (code < 0) {
    // Whoever hears of the signal on another thread has time to act on it before the call is made.
    kill(getpid(), SIGINT);
    usleep(20000);
    return 0;
  }
  errno = code;
  return 1;
}

static int counts(const char *path) {
  if (!below || !path) return 0;
  if (path[0] != '/') return 1;  // tests run the program in the folder
  return strncmp(path, below, strlen(below)) == 0;
}

static int is_ours(int file) { return file > 2 && file < MOST && atomic_load(&ours[file]); }

static int opened(int file, const char *path) {
  if (logsOpens && file >= 0 && counts(path)) say("opened", path);
  if (file >= 0 && file < MOST) atomic_store(&ours[file], (char)counts(path));
  return file;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if (counts(path) && fails("open", path)) return -1;
  return opened(REAL(open)(path, flags, mode), path);
}

int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  int is_counted = folder == AT_FDCWD ? counts(path) : is_ours(folder);
  if (is_counted && fails("openat", path)) return -1;
  int file = REAL(openat)(folder, path, flags, mode);
  if (file >= 0 && file < MOST) atomic_store(&ours[file], (char)is_counted);
  return file;
}

int close(int file) {
  int failing = is_ours(file) && fails("close", NULL);
  if (file >= 0 && file < MOST) atomic_store(&ours[file], 0);
  int result = REAL(close)(file);
  if (!failing) return result;
  errno = code;
  return -1;
}

ssize_t read(int file, void *bytes, size_t count) {
  return is_ours(file) && fails("read", NULL) ? -1 : REAL(read)(file, bytes, count);
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (!is_ours(file) || !fails("write", NULL)) return REAL(write)(file, bytes, count);
  // A disk that fills up takes a part first.
  if (count > 1 && code == ENOSPC) (void)!REAL(write)(file, bytes, count / 2);
  errno = code;
  return -1;
}

#define ONE_PATH(name, type, parameters, arguments, path)       \
  type name parameters {                                        \
    if (counts(path) && fails(#name, path)) return (type)-1;    \
    return REAL(name) arguments;                                \
  }

ONE_PATH(rename, int, (const char *old, const char *new), (old, new), new)
ONE_PATH(link, int, (const char *old, const char *new), (old, new), new)
ONE_PATH(mkdir, int, (const char *path, mode_t mode), (path, mode), path)
ONE_PATH(chmod, int, (const char *path, mode_t mode), (path, mode), path)
ONE_PATH(rmdir, int, (const char *path), (path), path)
ONE_PATH(unlink, int, (const char *path), (path), path)
ONE_PATH(stat, int, (const char *path, struct stat *facts), (path, facts), path)
ONE_PATH(lstat, int, (const char *path, struct stat *facts), (path, facts), path)

int fstat(int file, struct stat *facts) {
  return is_ours(file) && fails("fstat", NULL) ? -1 : REAL(fstat)(file, facts);
}

int unlinkat(int folder, const char *path, int flags) {
  int is_counted = folder == AT_FDCWD ? counts(path) : is_ours(folder);
  return is_counted && fails("unlinkat", path) ? -1 : REAL(unlinkat)(folder, path, flags);
}

int flock(int file, int operation) {
  return is_ours(file) && fails("flock", NULL) ? -1 : REAL(flock)(file, operation);
}

int syncfs(int file) {
  return is_ours(file) && fails("syncfs", NULL) ? -1 : REAL(syncfs)(file);
}

char *realpath(const char *path, char *resolved) {
  return counts(path) && fails("realpath", path) ? NULL : REAL(realpath)(path, resolved);
}

DIR *opendir(const char *path) {
  if (counts(path) && fails("opendir", path)) return NULL;
  DIR *folder = REAL(opendir)(path);
  if (folder) opened(dirfd(folder), path);
  return folder;
}

DIR *fdopendir(int file) {
  return is_ours(file) && fails("fdopendir", NULL) ? NULL : REAL(fdopendir)(file);
}

int closedir(DIR *folder) {
  int file = dirfd(folder);
  if (file >= 0 && file < MOST) atomic_store(&ours[file], 0);
  return REAL(closedir)(folder);
}

struct dirent *readdir(DIR *folder) {
  return is_ours(dirfd(folder)) && fails("readdir", NULL) ? NULL : REAL(readdir)(folder);
}

// Only the exchange of two names, and the giving of one that is free, are called by their number.
long syscall(long number, ...) {
  va_list rest;
  va_start(rest, number);
  long values[6];
  for (int index = 0; index < 6; index++) values[index] = va_arg(rest, long);
  va_end(rest);
  const char *name = values[4] == 1 ? "rename-new" : "exchange";
  if (number == SYS_renameat2 && counts((const char *)values[3]) && fails(name, (const char *)values[3]))
    return -1;
  return REAL(syscall)(number, values[0], values[1], values[2], values[3], values[4], values[5]);
}
