#include "release.h"

#ifndef DESKBOOK_COMMIT
#define DESKBOOK_COMMIT ""
#endif

const char *deskbook_commit(void) { return DESKBOOK_COMMIT; }
