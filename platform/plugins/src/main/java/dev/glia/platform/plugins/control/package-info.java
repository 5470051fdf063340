/**
 * How containers are spoken to: a Unix domain socket each, one request a connection, a frame each
 * way. A frame is a length (protobuf varint) and a message. Whoever connects is not trusted until
 * its token is right; limits of size and time hold for everybody.
 */
package dev.glia.platform.plugins.control;
