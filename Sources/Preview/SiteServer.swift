// The server of a preview: this machine only.

internal import Build
internal import Glibc

/// A web server, of this machine only unless it is told otherwise.
package struct SiteServer: Sendable {
  /// Why there is no server.
  package enum Problem: Error, Sendable {
    /// No port is free; `last` is the last that was tried.
    case noPort(first: UInt16, last: UInt16)
    /// The system refuses; its error number.
    case refused(port: UInt16, code: Int32)
  }

  /// Where it listens.
  package let port: UInt16
  private let daemon: HTTPDaemon
  private let handler: SiteHandler

  package let address: String

  /// Listens on a port: the one that is asked for, else the next that is free; 0 takes any.
  ///
  /// Who asks from now on is answered once it runs.
  ///
  /// - Parameters:
  ///   - wanted: the first port to try.
  ///   - host: the address to listen at.
  ///   - served: what is served.
  ///   - tools: the preview's own files by name.
  /// - Throws: `noPort` or `refused`.
  package init(
    port wanted: UInt16, host: ListeningAddress, served: ServedSite, tools: [String: [UInt8]]
  ) throws(Problem) {
    let socket = try ListeningSocket(from: wanted, at: host)
    let handler = SiteHandler(
      served: served, visitor: Visitor(port: socket.port, isOpen: !host.isLoopback), tools: tools,
      stamp: LivePage.stamp(of: tools))
    do throws(HTTPDaemon.StartFailure) {
      daemon = try HTTPDaemon(socket.descriptor) { handler.refusal(of: $0) }
    } catch {
      close(socket.descriptor)
      throw .refused(port: socket.port, code: error.code)
    }
    (port, self.handler) = (socket.port, handler)
    address = "http://\(host.text):\(socket.port)/"
  }

  /// Serves until the task is cancelled; called once.
  package func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await tellListeners() }
      for await response in daemon.exchanges {
        group.addTask { daemon.fulfil(response, await handler.answer(to: response.request)) }
      }
      daemon.stop()
    }
  }

  /// Has the pages hear of each change, and now and then of none.
  private func tellListeners() async {
    let signal = handler.served.signal
    while !Task.isCancelled {
      let seen = signal.count
      daemon.suspended.wakeListeners()
      await signal.wait(past: seen, atMost: EventStream.patience)
    }
  }
}
