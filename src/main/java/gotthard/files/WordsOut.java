package gotthard.files;

import java.io.ByteArrayOutputStream;

/// Words for a command's input, each with a NUL behind it.
final class WordsOut {
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();

    void word(byte[] word) {
        words.writeBytes(word);
        words.write(0);
    }

    byte[] bytes() {
        return words.toByteArray();
    }
}
