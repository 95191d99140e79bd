// What this very program was built from; Package.swift knows.

/// The commit, and whether the tree had changes besides; empty where the source was in no repository.
const char *deskbook_commit(void);
