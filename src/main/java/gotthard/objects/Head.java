package gotthard.objects;

/// What a server says of one object.
///
/// @param tag the entity tag, by which a later request can ask for this very content; no digest
/// @param version empty where the bucket keeps no versions
/// @param tags how many tags it has
record Head(long size, String tag, String version, Attributes attributes, int tags) {}
