// The C interface of libqpdf.
#ifndef DESKBOOK_CQPDF_SHIM_H
#define DESKBOOK_CQPDF_SHIM_H

#include <qpdf/qpdf-c.h>

#endif
