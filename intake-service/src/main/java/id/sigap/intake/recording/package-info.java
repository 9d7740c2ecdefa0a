/** Recordings, as officers listen to them: how loud each part is, and what they noted at which moment. */
package id.sigap.intake.recording;
