// What a preview watches.

extension Pipeline {
  /// The folders in which a change can change the site: content, fonts, the handbook's own themes,
  /// and the theme in use, if it can be found.
  ///
  /// `name` is the theme that `handbook.yml` names; one in the settings goes before it.
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
