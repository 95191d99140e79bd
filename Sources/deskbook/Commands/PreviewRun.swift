// The server and the loop of builds, side by side.

internal import Build
internal import Foundation
internal import Glibc
internal import Preview
internal import Synchronization

/// One preview, from its first build to Ctrl-C.
struct PreviewRun: Sendable {
  let settings: Settings
  /// The port that is asked for.
  let port: UInt16
  let host: ListeningAddress
  let isPolling: Bool
  let opensBrowser: Bool
  let tools: [String: [UInt8]]
  let report: PreviewReport

  /// Serves until the task is cancelled; returns why it could not begin, or nil.
  func run() async -> SiteServer.Problem? {
    let served = ServedSite()
    let server: SiteServer
    do throws(SiteServer.Problem) {
      server = try SiteServer(port: port, host: host, served: served, tools: tools)
    } catch {
      return error
    }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await server.run() }
      group.addTask { await build(server, served) }
      await group.next()
      group.cancelAll()
    }
    return nil
  }

  private func build(_ server: SiteServer, _ served: ServedSite) async {
    report.begin(server.address, wanted: port, port: server.port, isOpen: !host.isLoopback)
    let isOpened = Atomic<Bool>(!opensBrowser)
    let report = report
    let session = PreviewSession(
      settings, served: served, isPolling: isPolling, news: { report.news(of: $0) },
      report: { event in
        report.show(event, hasPages: served.now.site != nil)
        if !isOpened.exchange(true, ordering: .relaxed), !Browser.open(server.address) {
          report.noBrowser()
        }
      })
    await session.run()
  }
}

/// The browser of the desktop.
enum Browser {
  /// Asks the desktop to open an address; false where it has no program for that.
  ///
  /// - Source: xdg-open(1).
  static func open(_ address: String) -> Bool {
    let folders = (Environment.value("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    guard
      let program = folders.map({ String($0) + "/xdg-open" }).first(where: { (path: String) in
        access(path, X_OK) == 0
      })
    else { return false }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [address]
    // What the desktop's program prints is of no use to the editor.
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    do { try process.run() } catch { return false }
    return true
  }
}
