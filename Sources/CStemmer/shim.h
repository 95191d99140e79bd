// Snowball's stemmers, as Debian packages them.
#include <libstemmer.h>
