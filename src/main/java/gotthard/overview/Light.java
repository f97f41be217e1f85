package gotthard.overview;

/// How a plan stands, as one of three.
public enum Light {
    GREEN("green"),
    AMBER("amber"),
    RED("red");

    private final String word;

    Light(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
