/** The conversation of a case: stored first, then pushed; a sequence per conversation lets a client resume. */
package id.sigap.intake.chat;
