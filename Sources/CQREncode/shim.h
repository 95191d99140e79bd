// libqrencode.
#ifndef DESKBOOK_CQRENCODE_SHIM_H
#define DESKBOOK_CQRENCODE_SHIM_H

#include <qrencode.h>

#endif
