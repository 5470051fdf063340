// A queue in block memory: what comes in at the pace of the line is used at the pace of the core.
//
// The oldest word stands at `out` whenever `filled` is set; a word that comes into an empty queue
// needs two clocks to get there.
`default_nettype none

module fifo #(
    parameter WIDTH = 8,
    parameter LOG_DEPTH = 10
) (
    input  wire                 clock,
    input  wire                 reset,
    input  wire [    WIDTH-1:0] in,
    input  wire                 push,     // without effect if `full`
    output wire                 full,
    output reg  [    WIDTH-1:0] out,
    output reg                  filled,
    input  wire                 pop       // without effect unless `filled`
);
  reg [WIDTH-1:0] words[0:(1<<LOG_DEPTH)-1];
  reg [LOG_DEPTH:0] head;  // of the next word to read from memory
  reg [LOG_DEPTH:0] tail;  // where the next word is written
  wire [LOG_DEPTH:0] stored = tail - head;

  assign full  = stored[LOG_DEPTH];

  // `out` is the memory's output register: it's refilled as soon as it's free.
  wire refill = stored != 0 && (!filled || pop);

  always @(posedge clock) begin
    if (push && !full) words[tail[LOG_DEPTH-1:0]] <= in;
    if (refill) out <= words[head[LOG_DEPTH-1:0]];
  end

  always @(posedge clock) begin
    if (reset) begin
      head   <= 0;
      tail   <= 0;
      filled <= 1'b0;
    end else begin
      if (push && !full) tail <= tail + 1;
      if (refill) head <= head + 1;
      filled <= refill || (filled && !pop);
    end
  end
endmodule

`default_nettype wire
