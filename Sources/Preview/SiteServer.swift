// The server of a preview: this machine only.

internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Glibc

/// A web server on 127.0.0.1.
package struct SiteServer: Sendable {
  /// Why there is no server.
  package enum Problem: Error, Sendable {
    /// No port is free; `last` is the last that was tried.
    case noPort(first: UInt16, last: UInt16)
    /// The system refuses; its error number.
    case refused(port: UInt16, code: Int32)
    /// The server ended by itself.
    case ended(String)
  }

  /// How many ports are tried.
  private static let tries: UInt16 = 100

  /// Where it listens.
  package let port: UInt16
  private let server: HTTPServer

  package var address: String { "http://127.0.0.1:\(port)/" }

  /// Finds a port: the one that is asked for, else the next that is free; 0 takes any.
  ///
  /// - Parameters:
  ///   - wanted: the first port to try.
  ///   - board: what is served.
  ///   - tools: the preview's own files by name.
  /// - Throws: `noPort` or `refused`.
  package init(
    port wanted: UInt16, board: PreviewBoard, tools: [String: [UInt8]]
  ) throws(Problem) {
    port = try Self.freePort(from: wanted)
    do {
      server = HTTPServer(
        address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled,
        handler: SiteHandler(
          board: board, visitor: Visitor(port: port), tools: tools,
          stamp: LivePage.stamp(of: tools)))
    } catch {
      throw .ended("\(error)")
    }
  }

  /// Serves until the task is cancelled.
  package func run() async throws(Problem) {
    do {
      try await server.run()
    } catch {
      if !Task.isCancelled { throw .ended(error.localizedDescription) }
    }
  }

  /// Returns once requests are answered.
  package func begin() async throws(Problem) {
    do {
      try await server.waitUntilListening()
    } catch {
      throw .ended(error.localizedDescription)
    }
  }

  private static func freePort(from first: UInt16) throws(Problem) -> UInt16 {
    let last = first > UInt16.max - tries ? UInt16.max : first + tries - 1
    for port in first...last {
      do {
        return try bound(port)
      } catch SocketError.failed(_, let code, _) {
        if code != EADDRINUSE { throw .refused(port: port, code: code) }
      } catch {
        throw .ended("\(error)")
      }
    }
    throw .noPort(first: first, last: last)
  }

  /// Takes a port and gives it back.
  private static func bound(_ port: UInt16) throws -> UInt16 {
    let socket = try Socket(domain: AF_INET)
    do {
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
      try socket.listen()
      let name = try socket.sockname()
      try socket.close()
      if case .ip4(_, let taken) = name { return taken }
      return port
    } catch {
      try socket.close()
      throw error
    }
  }
}
