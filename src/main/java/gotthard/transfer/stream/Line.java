package gotthard.transfer.stream;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// One line to the other end. Closing it must end what waits on either stream, as with a socket.
public record Line(InputStream in, OutputStream out) implements Closeable {
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            in.close();
        }
    }
}
