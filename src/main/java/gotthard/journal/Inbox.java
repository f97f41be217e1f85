package gotthard.journal;

import java.util.ArrayList;
import java.util.List;

/// What other processes ask of running runs.
record Inbox(Database database) {
    long put(RunId run, Request request) {
        Splitting to = Splitting.allWords();
        RequestParts.request(to, request);
        byte[] bytes = JsonText.bytes(to.parts().words());
        return database.write(
                it -> {
                    it.run(Sql.NEW_REQUEST, run.value(), bytes);
                    return it.first(Sql.LAST_REQUEST).orElseThrow().number(0);
                });
    }

    List<Journal.Asked> after(RunId run, long after) {
        List<Journal.Asked> asked = new ArrayList<>();
        return database.read(
                it -> {
                    it.each(Sql.REQUESTS, row -> asked.add(asked(row)), run.value(), after);
                    return asked;
                });
    }

    private static Journal.Asked asked(Database.Row row) {
        Json.Members request = JsonText.members(row.blob(1).bytes());
        return new Journal.Asked(row.number(0), RequestParts.request(Joining.allWords(request)));
    }
}
