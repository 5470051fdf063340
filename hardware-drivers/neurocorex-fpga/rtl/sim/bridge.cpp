// Bridges the UART pins of the simulated board to a pseudo-terminal.
//
//   neurocorex-sim [link]
//
// prints "port PATH" once the terminal can be opened, and ends when its standard input does, so it
// never outlives whoever started it. With `link` the terminal is reachable under that name, too.
//
// Every bit crosses the pins: this side sends and samples 8N1 characters at the divisor that the
// design was built for (CLOCKS_PER_BIT). While nothing moves the simulation sleeps.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <deque>
#include <string>

#include "Vneurocorex.h"
#include "verilated.h"

namespace {

/** The host's end of the line into the device: characters to bits. */
class Sender {
 public:
  bool idle() const { return bits == 0; }

  void send(uint8_t character) {
    frame = 0x200u | (static_cast<unsigned>(character) << 1);
    bits = 10;
    clocks = CLOCKS_PER_BIT;
  }

  /** The level of the line in this clock. */
  bool level() {
    if (bits == 0) return true;
    bool level = frame & 1;
    if (--clocks == 0) {
      frame >>= 1;
      bits--;
      clocks = CLOCKS_PER_BIT;
    }
    return level;
  }

 private:
  unsigned frame = 0;
  int bits = 0;
  int clocks = 0;
};

/** The host's end of the line out of the device: bits to characters. */
class Receiver {
 public:
  bool idle() const { return bits < 0; }

  /** Whether a character is complete, with the level of the line in this clock. */
  bool sample(bool level) {
    if (bits < 0) {
      if (level) return false;
      bits = 0;
      clocks = CLOCKS_PER_BIT / 2;
    }
    if (--clocks > 0) return false;
    clocks = CLOCKS_PER_BIT;
    if (bits >= 1 && bits <= 8) frame = (frame >> 1) | (level ? 0x80 : 0);
    if (bits++ < 9) return false;
    bits = -1;
    return true;
  }

  uint8_t character() const { return frame; }

 private:
  uint8_t frame = 0;
  int bits = -1;
  int clocks = 0;
};

/** Both ends of a pseudo-terminal: the other one stays open, so that clients may come and go. */
class Terminal {
 public:
  explicit Terminal(const char* link) {
    master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) fail("no pseudo-terminal");
    path = ptsname(master);
    slave = open(path.c_str(), O_RDWR | O_NOCTTY);
    if (slave < 0) fail("the pseudo-terminal doesn't open");
    termios raw;
    tcgetattr(slave, &raw);
    cfmakeraw(&raw);
    tcsetattr(slave, TCSANOW, &raw);
    if (link != nullptr) {
      unlink(link);
      if (symlink(path.c_str(), link) != 0) fail("the link can't be made");
      path = link;
    }
    printf("port %s\n", path.c_str());
    fflush(stdout);
  }

  /** Reads what is there, at once. */
  void read(std::deque<uint8_t>& in) {
    uint8_t buffer[512];
    ssize_t count = ::read(master, buffer, sizeof buffer);
    if (count > 0) in.insert(in.end(), buffer, buffer + count);
  }

  /** Writes what the terminal takes; the rest stays in the queue. */
  void write(std::deque<uint8_t>& out) {
    uint8_t buffer[512];
    size_t size = 0;
    for (auto i = out.begin(); i != out.end() && size < sizeof buffer; i++) buffer[size++] = *i;
    ssize_t count = ::write(master, buffer, size);
    if (count > 0) out.erase(out.begin(), out.begin() + count);
  }

  /** Waits until there is something to read, or the owner is gone; false in that case. */
  bool wait(int milliseconds, bool drain) {
    pollfd events[2] = {{master, static_cast<short>(drain ? POLLIN | POLLOUT : POLLIN), 0},
                        {STDIN_FILENO, POLLIN, 0}};
    poll(events, 2, milliseconds);
    if (events[1].revents == 0) return true;
    char ignored[64];
    return ::read(STDIN_FILENO, ignored, sizeof ignored) > 0;
  }

 private:
  [[noreturn]] static void fail(const char* what) {
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
  }

  int master = -1;
  int slave = -1;
  std::string path;
};

/** Clocks between two looks at the terminal. */
constexpr int PEEK = 2048;

/** The device can be quiet for this long, and still be about to send: memory and queues settle. */
constexpr int SETTLE = 64;

}  // namespace

int main(int count, char** arguments) {
  signal(SIGPIPE, SIG_IGN);
  VerilatedContext context;
  context.commandArgs(count, arguments);
  Vneurocorex board{&context};
  Terminal terminal(count > 1 && arguments[1][0] != '+' ? arguments[1] : nullptr);
  Sender sender;
  Receiver receiver;
  std::deque<uint8_t> in;
  std::deque<uint8_t> out;

  auto clock = [&] {
    board.uart_rxd = sender.level();
    board.clock = 0;
    board.eval();
    board.clock = 1;
    board.eval();
    if (receiver.sample(board.uart_txd)) out.push_back(receiver.character());
  };

  board.reset = 1;
  for (int i = 0; i < 8; i++) clock();
  board.reset = 0;
  int quiet = 0;
  for (int clocks = 0;; clocks++) {
    if (sender.idle() && !in.empty()) {
      sender.send(in.front());
      in.pop_front();
    }
    bool still = sender.idle() && receiver.idle() && !board.busy;
    quiet = still ? quiet + 1 : 0;
    if (quiet > SETTLE || clocks >= PEEK) {
      if (!out.empty()) terminal.write(out);
      bool asleep = quiet > SETTLE;
      if (!terminal.wait(asleep ? -1 : 0, asleep && !out.empty())) break;
      if (in.size() < 1024) terminal.read(in);
      clocks = 0;
      quiet = 0;
    }
    clock();
  }
  board.final();
  return 0;
}
