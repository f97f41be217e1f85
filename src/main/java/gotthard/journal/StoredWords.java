package gotthard.journal;

/// The words of one entry as they were found, proven to be those that its body names.
record StoredWords(Json.Members members, boolean areErased) {
    private static final int SALT = 4;
    private static final int CODING = 5;
    private static final int CONTENT = 6;

    static StoredWords of(Joining body, Database.Row row) {
        if (!body.hasFact("words")) {
            return new StoredWords(Json.Members.NONE, false);
        }
        if (row.isMissing(SALT)) {
            throw new Unreadable("its words are missing");
        }
        int coding = (int) row.number(CODING);
        if (coding == Salted.ERASED) {
            return new StoredWords(Json.Members.NONE, true);
        }
        Salted words =
                Salted.unpacked(row.blob(SALT), new Salted.Packed(coding, row.blob(CONTENT)));
        if (!words.digest().equals(body.digest("words"))) {
            throw new Unreadable("its words were changed");
        }
        return new StoredWords(JsonText.members(words.content().bytes()), false);
    }
}
