package id.sigap.reliable;

import java.util.UUID;

/** Which event of which aggregate a record is, by its headers. */
record Place(UUID event, String subject, long version) {}
