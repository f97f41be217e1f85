package gotthard.journal;

/// The two halves of something that is journalled: facts (numbers, alternatives, times, digests),
/// which stay for ever and become leaves of a Merkle tree, and words (names, paths, texts,
/// pre-images), which can be erased.
record Parts(Json.Members facts, Json.Members words) {
    static final Parts NONE = new Parts(Json.Members.NONE, Json.Members.NONE);
}
