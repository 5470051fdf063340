// CRC-32 (IEEE 802.3, reflected) of a sequence of bytes, one a clock.
`default_nettype none

module crc32 (
    input  wire        clock,
    input  wire        first,   // this byte begins a sequence
    input  wire        valid,
    input  wire [ 7:0] data,
    output wire [31:0] crc
);
  reg [31:0] state;
  assign crc = ~state;

  function [31:0] next(input [31:0] old, input [7:0] character);
    integer i;
    begin
      next = old ^ {24'd0, character};
      for (i = 0; i < 8; i = i + 1) next = {1'b0, next[31:1]} ^ (next[0] ? 32'hedb88320 : 32'd0);
    end
  endfunction

  always @(posedge clock)
    if (valid) state <= next(first ? 32'hffffffff : state, data);
endmodule

`default_nettype wire
