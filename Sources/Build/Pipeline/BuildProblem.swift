// What stops a run: everything that is not a finding about a place in the content.

package import Cards
package import Handbook
package import Site

/// Why a build or check could not be done; the command line finds the words.
package enum BuildProblem: Error, Sendable {
  /// A file or folder could not be read or written.
  case file(FileFailure)
  /// The content folder is not there.
  case noContent(path: String)
  /// More files than a handbook can have, for example because folders link to each other.
  case tooManyFiles(limit: Int)
  /// A file or folder that is imported is larger than this many bytes.
  case tooLarge(path: String, limit: Int)
  /// No theme of this name in the folders that were looked in; `existing` are the themes that are
  /// there.
  case noTheme(name: String, looked: [String], existing: [String])
  /// No template of this name in the folders that were looked in.
  case noTemplate(name: String, looked: [String])
  /// A theme that cannot be used; `folder` is where it stands.
  case theme(ThemeProblem, folder: String)
  /// The output folder holds files that Deskbook did not make; `example` names one.
  case foreignOutput(path: String, example: String)
  /// The output folder holds a site, and files that neither it nor the settings name.
  case strangers(path: String, files: [String])
  /// The output folder is the content folder, holds it, or lies in it.
  case outputMeetsContent(output: String, content: String)
  /// No site stands in the folder, or its manifest is damaged.
  case noSite(path: String)
  /// A file of a built site is gone, or another than its manifest says.
  case unsoundSite(path: String, file: String)
  /// The folder to publish to is that of the built site, holds it, or lies in it.
  case sitesMeet(target: String, site: String)
  /// The folder in which a site is to be published is not there.
  case noParent(folder: String)
  /// Two files of the site have one path.
  case sameOutput(path: String)
  /// Another build holds the output folder; `lock` is the path of its lock.
  case busy(lock: String)
  /// Another command changes the files of the folder.
  case editing(folder: String)
  /// A page that could not be read in time, which ends the run before anything else is checked.
  case tooSlow(Diagnostic, in: SourceFile)
  /// Cards cannot be set or printed.
  case cards(CardProblem)
  /// An order of cards cannot be met.
  case order(CardOrderProblem)
  /// A file that was to be made is there already.
  case taken(path: String)
  /// A file was changed by somebody else between reading and writing it.
  case editedMeanwhile(path: String)
  /// The task was cancelled.
  case interrupted
}
