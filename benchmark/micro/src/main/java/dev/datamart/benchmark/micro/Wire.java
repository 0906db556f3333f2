package dev.datamart.benchmark.micro;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One kept-alive HTTP/1.1 connection that does as little as a client can. */
final class Wire implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[64 * 1024];

  Wire(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  /** Deletes that datamart and returns the size of the answer, which must be a success. */
  int delete(String datamart) throws IOException {
    return send("DELETE /api/v2/data-app/datamart?datamartName=" + datamart + " HTTP/1.1\r\n");
  }

  private int send(String requestLine) throws IOException {
    String request =
        requestLine + "Host: x\r\nAuthorization: Bearer " + Crowd.SERVICE_TOKEN + "\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    int size = 0;
    while (size < 4 || buffer[size - 1] != '}') {
      int count = in.read(buffer, size, buffer.length - size);
      if (count < 0) {
        throw new IOException("the server closed the connection");
      }
      size += count;
    }
    if (buffer[9] != '2') {
      throw new IOException(new String(buffer, 0, size, StandardCharsets.ISO_8859_1));
    }
    return size;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
