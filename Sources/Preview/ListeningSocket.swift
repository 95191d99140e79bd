// A place for a server to listen.

internal import Glibc

/// A socket that listens; whoever serves from it closes it.
struct ListeningSocket {
  /// How many ports are tried.
  private static let tries: UInt16 = 100
  private static let backlog: Int32 = 128

  let descriptor: Int32
  let port: UInt16

  /// Takes the first free port of those that follow `first`; of any, where that is 0.
  ///
  /// - Throws: `noPort` or `refused`.
  init(from first: UInt16, at host: ListeningAddress) throws(SiteServer.Problem) {
    let last = first > UInt16.max - Self.tries ? UInt16.max : first + Self.tries - 1
    for port in first...last {
      do throws(Failure) {
        self = try Self(port, host)
        return
      } catch {
        if error.code != EADDRINUSE { throw .refused(port: port, code: error.code) }
      }
    }
    throw .noPort(first: first, last: last)
  }

  private struct Failure: Error {
    let code: Int32
  }

  private init(_ port: UInt16, _ host: ListeningAddress) throws(Failure) {
    // No program that is started inherits it, or the port would stay taken.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    descriptor = socket(AF_INET, kind, 0)
    if descriptor < 0 { throw Failure(code: errno) }
    do throws(Failure) {
      try Self.listen(descriptor, port, host)
      self.port = try Self.port(of: descriptor)
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func listen(
    _ descriptor: Int32, _ port: UInt16, _ host: ListeningAddress
  ) throws(Failure) {
    // A port whose last connections are still being closed is free.
    var yes: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    if unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, size) != 0 {
      throw Failure(code: errno)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = host.value
    let status = unsafe withUnsafePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status != 0 { throw Failure(code: errno) }
    if Glibc.listen(descriptor, backlog) != 0 { throw Failure(code: errno) }
  }

  private static func port(of descriptor: Int32) throws(Failure) -> UInt16 {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = unsafe withUnsafeMutablePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe getsockname(descriptor, address, &size)
      }
    }
    if status != 0 { throw Failure(code: errno) }
    return UInt16(bigEndian: address.sin_port)
  }
}
