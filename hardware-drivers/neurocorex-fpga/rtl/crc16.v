// CRC-16/CCITT-FALSE of a sequence of bytes, one a clock.
`default_nettype none

module crc16 (
    input  wire        clock,
    input  wire        clear,
    input  wire        valid,
    input  wire [ 7:0] data,
    output reg  [15:0] crc
);
  function [15:0] next(input [15:0] old, input [7:0] character);
    integer i;
    begin
      next = old ^ {character, 8'd0};
      for (i = 0; i < 8; i = i + 1) next = {next[14:0], 1'b0} ^ (next[15] ? 16'h1021 : 16'h0000);
    end
  endfunction

  always @(posedge clock)
    if (clear) crc <= 16'hffff;
    else if (valid) crc <= next(crc, data);
endmodule

`default_nettype wire
