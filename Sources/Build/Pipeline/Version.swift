// Which Deskbook this is.

internal import CRelease

/// The version of Deskbook.
package enum Version {
  /// As sites and packages name it.
  package static let current = "0.1.0"

  /// With the commit that this program was built from and whether the tree had changes besides; without
  /// where this is no build for a release.
  package static var full: String {
    let commit = unsafe String(cString: deskbook_commit())
    return commit.isEmpty ? current : "\(current) (\(commit))"
  }
}
