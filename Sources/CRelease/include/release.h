// What this very program was built from; the release's script says so to Package.swift.

/// The commit, and whether the tree had changes besides; empty where that was no build for a release.
const char *deskbook_commit(void);
