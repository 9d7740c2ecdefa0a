package id.sigap.repair.audit;

/** A version of an aggregate that somebody outside the journal knows of. */
record Place(String subject, long version) {}
