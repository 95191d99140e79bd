// System calls that Glibc's module map leaves out.
#ifndef DESKBOOK_CLINUX_SHIM_H
#define DESKBOOK_CLINUX_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/// Exchanges two names in one step; -1 and errno where the file system cannot.
static inline int deskbook_exchange(const char *left, const char *right) {
#ifdef SYS_renameat2
  return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 2 /* RENAME_EXCHANGE */);
#else
  errno = ENOSYS;
  return -1;
#endif
}

/// Gives a file a name that nothing has; -1 and errno, EEXIST where something has it.
static inline int deskbook_rename_new(const char *old, const char *name) {
#ifdef SYS_renameat2
  return (int)syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, name, 1 /* RENAME_NOREPLACE */);
#else
  errno = ENOSYS;
  return -1;
#endif
}

/// Writes what the file system of an open file still holds in memory to its disk; -1 and errno.
static inline int deskbook_flush(int descriptor) { return syncfs(descriptor); }

/// Gives memory that nothing uses back to the system, from the stores of all threads.
static inline void deskbook_release_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

/// The magic number of the file system that holds a path; 0 where it cannot be asked.
static inline unsigned long deskbook_file_system(const char *path) {
  struct statfs facts;
  return statfs(path, &facts) == 0 ? (unsigned long)facts.f_type & 0xFFFFFFFFul : 0;
}

#endif
