// Where a byte of a region lies: its row, its column there, and which byte of what is there.
//
// Regions are addressed by byte, one row after the other. Dividing an address by 864 takes a
// hundred subtractions, one a clock, and no divider; from there it's a matter of counting on.
`default_nettype none

module place_walker (
    input  wire        clock,
    input  wire        reset,
    input  wire        start,
    input  wire [ 3:0] region,   // held while in use
    input  wire [13:0] address,
    output wire        done,
    input  wire        advance,  // to the next byte
    output reg  [13:0] size,     // of the region, in bytes; 0 for none
    output reg  [ 7:0] row,
    output reg  [ 6:0] column,
    output wire [ 3:0] part
);
  reg [6:0] columns;
  reg [3:0] parts;  // bytes of what is there
  reg [9:0] bytes;  // of a row
  always @(*) begin
    {size, columns, parts, bytes} = {14'd0, 7'd1, 4'd1, 10'd1};
    case (region)
      4'd0, 4'd1: {size, columns, parts, bytes} = {14'd9216, 7'd96, 4'd1, 10'd96};
      4'd2: {size, columns, parts, bytes} = {14'd1152, 7'd96, 4'd3, 10'd288};
      4'd3: {size, columns, parts, bytes} = {14'd2304, 7'd12, 4'd1, 10'd12};
      4'd4: {size, columns, parts, bytes} = {14'd288, 7'd96, 4'd3, 10'd288};
      4'd5: {size, columns, parts, bytes} = {14'd864, 7'd96, 4'd9, 10'd864};
      4'd6: {size, columns, parts, bytes} = {14'd12, 7'd12, 4'd1, 10'd12};
      4'd7: {size, columns, parts, bytes} = {14'd384, 7'd96, 4'd1, 10'd96};
      4'd8: {size, columns, parts, bytes} = {14'd8, 7'd8, 4'd1, 10'd8};
      4'd9: {size, columns, parts, bytes} = {14'd16, 7'd16, 4'd1, 10'd16};
      default: ;
    endcase
  end

  reg walking;
  reg [13:0] left;  // bytes from the place to the address; then the part
  assign part = left[3:0];
  assign done = !walking;

  wire row_ahead = left >= {4'd0, bytes};
  wire column_ahead = left >= {10'd0, parts};
  wire last_part = part + 4'd1 == parts;
  wire last_column = column + 7'd1 == columns;

  always @(posedge clock) begin
    if (reset) walking <= 1'b0;
    else if (start) begin
      walking <= 1'b1;
      left    <= address;
      row     <= 8'd0;
      column  <= 7'd0;
    end else if (walking) begin
      if (row_ahead) begin
        left <= left - {4'd0, bytes};
        row  <= row + 8'd1;
      end else if (column_ahead) begin
        left   <= left - {10'd0, parts};
        column <= column + 7'd1;
      end else walking <= 1'b0;
    end else if (advance) begin
      left <= last_part ? 14'd0 : left + 14'd1;
      if (last_part) column <= last_column ? 7'd0 : column + 7'd1;
      if (last_part && last_column) row <= row + 8'd1;
    end
  end
endmodule

`default_nettype wire
