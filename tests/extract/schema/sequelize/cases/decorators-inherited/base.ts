import { Column, CreatedAt, DataType, Default, DeletedAt, IsUUID, Model, PrimaryKey, UpdatedAt } from 'sequelize-typescript'

export abstract class Base<A extends object = any> extends Model<A> {
  @IsUUID(4)
  @PrimaryKey
  @Default(DataType.UUIDV4)
  @Column(DataType.UUID)
  declare id: string

  @CreatedAt
  declare createdAt: Date

  @UpdatedAt
  declare updatedAt: Date
}

export abstract class Kept<A extends object = any> extends Base<A> {
  @DeletedAt
  deletedAt!: Date | null

  get isDeleted() {
    return !!this.deletedAt
  }
}
