// GNU libmicrohttpd. Its call that begins a server takes a list of any length, which Swift cannot give.
#ifndef DESKBOOK_CMICROHTTPD_SHIM_H
#define DESKBOOK_CMICROHTTPD_SHIM_H

#include <microhttpd.h>
#include <string.h>
#include <sys/socket.h>

/// Leaves `%` in addresses as it stands: they are decoded once, by who knows what they may hold.
static inline size_t deskbook_keep_escapes(
    void *context, struct MHD_Connection *connection, char *text) {
  (void)context;
  (void)connection;
  return strlen(text);
}

/// A server on a socket that listens, with a thread of its own; NULL and errno where there is none.
///
/// - `room`: the most connections at once; each has `memory` bytes for the head of a request.
/// - `seconds`: how long a connection may be silent that is neither suspended nor answered.
/// - `changed`: hears of each connection that begins or ends.
/// - `context`: what all three callbacks get.
static inline struct MHD_Daemon *deskbook_http_start(
    int socket, unsigned int room, size_t memory, unsigned int seconds,
    MHD_AccessHandlerCallback answer, MHD_RequestCompletedCallback completed,
    MHD_NotifyConnectionCallback changed, void *context) {
  return MHD_start_daemon(
      // Not epoll: used by edges, it sleeps over an end that comes together with the last bytes.
      MHD_USE_POLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, answer, context,
      MHD_OPTION_LISTEN_SOCKET, (MHD_socket)socket,
      MHD_OPTION_CONNECTION_LIMIT, room,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory,
      MHD_OPTION_CONNECTION_TIMEOUT, seconds,
      MHD_OPTION_UNESCAPE_CALLBACK, deskbook_keep_escapes, NULL,
      MHD_OPTION_NOTIFY_COMPLETED, completed, context,
      MHD_OPTION_NOTIFY_CONNECTION, changed, context,
      MHD_OPTION_END);
}

/// Ends what is sent over a connection in both directions; the server then finds it closed.
static inline void deskbook_http_hang_up(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  if (info) shutdown(info->connect_fd, SHUT_RDWR);
}

/// An answer of unknown length whose bytes are asked for as they come.
static inline struct MHD_Response *deskbook_http_stream(
    MHD_ContentReaderCallback read, void *context, MHD_ContentReaderFreeCallback release) {
  return MHD_create_response_from_callback(MHD_SIZE_UNKNOWN, 4096, read, context, release);
}

/// What a reader returns at the end of its stream.
static inline ssize_t deskbook_http_end(void) { return MHD_CONTENT_READER_END_OF_STREAM; }

#endif
