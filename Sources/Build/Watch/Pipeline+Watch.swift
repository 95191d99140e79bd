// What a preview watches.

extension Pipeline {
  /// Where a change can change the site, as far as that is known; themes of the handbook and the one
  /// that is used.
  package func watchedFolders(theme name: String?) -> [WatchedFolder] {
    var folders = [
      WatchedFolder(settings.folder, names: ["Content", "Themes", "Fonts"]),
      WatchedFolder(
        Disk.folder(of: settings.content), names: [Disk.name(of: settings.content)]),
      WatchedFolder(settings.content), WatchedFolder(Disk.join(settings.folder, "Themes")),
      WatchedFolder(Disk.join(settings.folder, "Fonts")),
    ]
    do throws(BuildProblem) {
      let theme = try ThemeFolder.find(
        settings.theme ?? name ?? "default", handbook: settings.folder)
      folders.append(WatchedFolder(theme.path))
    } catch {
      return folders  // The build says what is wrong with it.
    }
    return folders
  }
}
